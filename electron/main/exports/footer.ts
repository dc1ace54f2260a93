const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * What stands at the foot of each page: the title and the number. Chromium draws it apart from the page and
 * without its style sheets, and a font that is handed over as data: is not there yet when it draws; so it
 * stands in a font of the system.
 */
export function footerOf(title: string): string {
  const text = title.replace(/[&<>"]/g, (one) => escaped[one] ?? '');
  return `<style>
    .foot { display: flex; justify-content: space-between; width: 100%; margin: 0 1.4in 0.12in;
      color: #6c6558; font: 8pt Georgia, 'Times New Roman', 'DejaVu Serif', serif; }
  </style>
  <div class="foot"><span>${text}</span><span class="pageNumber"></span></div>`;
}
