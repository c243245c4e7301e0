// Core would know the browser. The compiler's fence: no DOM among the libraries of src/core.
export const title = document.title
