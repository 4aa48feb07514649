// What the pages share: the theme, and the tools above their rows.
'use strict';
const pageTools = (() => {
  const root = document.documentElement;
  root.classList.add('js');

  // Theme: "auto" follows the system. Storage is refused to files in some browsers.
  const themes = ['auto', 'light', 'dark'];
  const remembered = () => { try { return localStorage.getItem('lingua-theme'); } catch { return null; } };
  const remember = (theme) => { try { localStorage.setItem('lingua-theme', theme); } catch { /* not kept */ } };
  const asked = new URLSearchParams(location.search).get('theme') ?? remembered();
  let theme = themes.includes(asked) ? asked : 'auto';
  const showTheme = () => {
    if (theme === 'auto') delete root.dataset.theme; else root.dataset.theme = theme;
    const label = document.querySelector('#theme span');
    if (label) label.textContent = theme;
  };
  showTheme();

  // Calls `apply` when somebody has changed a field and stopped typing.
  return (form, apply) => {
    let waiting = 0;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(apply, 100);
    });
    document.querySelector('#theme').addEventListener('click', () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      remember(theme);
      showTheme();
    });
    // Column headings stick below the tools, whose height depends on the width of the window.
    new ResizeObserver(() => root.style.setProperty('--tools', `${form.offsetHeight}px`)).observe(form);
    showTheme();
  };
})();
