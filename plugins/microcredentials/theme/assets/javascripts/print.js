/** The print button of pages made for paper. */
document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
