/** A line of a page: Helvetica in this size. */
export interface PdfLine {
  text: string;
  size: number;
}

// The few characters of Windows-1252 that stand elsewhere in Unicode and that we write.
const windows1252: Record<string, string> = {
  '—': '\x97',
  '–': '\x96',
  '’': '\x92',
  '“': '\x93',
  '”': '\x94',
};

/** A text as a PDF string: other characters than those of Windows-1252 become a question mark. */
function pdfString(text: string): string {
  const encoded = Array.from(text, (character) => {
    const byte = windows1252[character] ?? character;
    return /^[\x20-\x7e\x91-\x97\xa0-\xff]$/.test(byte) ? byte : '?';
  });
  return `(${encoded.join('').replace(/[\\()]/g, '\\$&')})`;
}

/**
 * A PDF of one Letter page with these lines and a frame. Written by hand, since the sample's eight
 * certificates are all that the program makes of PDF without printing a page.
 */
export function pdfPage(lines: readonly PdfLine[]): Uint8Array {
  const drawn = lines.map(
    ({ text, size }) => `/F1 ${size} Tf ${pdfString(text)} Tj 0 -${size * 2} Td`,
  );
  const content = ['1 w 36 36 540 720 re S', 'BT 72 690 Td', ...drawn, 'ET'].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let text = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + trailer, 'latin1');
}
