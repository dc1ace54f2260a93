// pdf.js makes a matrix for drawing as soon as it is loaded, and outside of a browser looks for a native
// canvas to take it from. Only text is read here and nothing is drawn, so a name that can be constructed
// is all that it needs.
class Nothing {
  readonly isStandIn = true;
}

for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: Nothing });
}
