import type { Attachment } from 'svelte/attachments';

/** Files that are dragged in from elsewhere are let go over the element, which says so by `data-dragged`. */
export function dropFiles(take: (files: File[]) => void): Attachment<HTMLElement> {
  return (element) => {
    const hasFiles = ({ dataTransfer }: DragEvent) =>
      dataTransfer?.types.includes('Files') === true;
    const show = (isDraggedOver: boolean) => element.toggleAttribute('data-dragged', isDraggedOver);

    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      show(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) show(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      show(false);
      take([...(event.dataTransfer?.files ?? [])]);
    };
    element.addEventListener('dragover', over);
    element.addEventListener('dragleave', leave);
    element.addEventListener('drop', drop);
    return () => {
      element.removeEventListener('dragover', over);
      element.removeEventListener('dragleave', leave);
      element.removeEventListener('drop', drop);
    };
  };
}
