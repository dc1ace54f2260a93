/** A form that is open, as the closing of the window sees it. */
export interface OpenForm {
  /** What the user knows it by. */
  name: string;
  /**
   * Saves what is sound and leaves the form. False when something in it keeps it from being saved. Called while
   * the page ends too, so that the command is sent before anything is awaited.
   */
  keep: () => Promise<boolean>;
}

/** The forms that do not save themselves while they are typed into: before the window closes they are kept. */
export class OpenForms {
  #forms = new Set<OpenForm>();

  /** Returns the function that takes it away again; a form calls it when it closes. */
  add(form: OpenForm): () => void {
    this.#forms.add(form);
    return () => {
      this.#forms.delete(form);
    };
  }

  /** The names of those that hold something which cannot be saved as it is. */
  async keepAll(): Promise<string[]> {
    const kept = [...this.#forms].map(async (form) => ((await form.keep()) ? [] : [form.name]));
    return (await Promise.all(kept)).flat();
  }
}
