/* Material shows a footnote beside its number in an element with role="dialog" that has no name (axe: aria-dialog-name).
   This gives it the words of the link that opened it. Without this script, or without any, the link leads to the note. */
new MutationObserver(() => {
  for (const dialog of document.querySelectorAll('.md-tooltip2[role="dialog"]:not([aria-label])')) {
    const opener = document.querySelector(`[aria-controls="${dialog.id}"]`);
    if (opener) dialog.setAttribute("aria-label", opener.getAttribute("aria-label") || opener.textContent.trim());
  }
}).observe(document.body, { childList: true, subtree: true, attributeFilter: ["aria-controls", "class"] });
