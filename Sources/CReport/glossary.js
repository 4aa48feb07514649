// The glossary can be read without this script; it adds search, filters, order and the places where terms stand. tools.js stands
// before it.
'use strict';
(() => {
  // Case, ё, and the letters of Kazakh that a keyboard may lack: "казак" finds қазақ.
  const plain = { 'ё': 'е', 'ә': 'а', 'ғ': 'г', 'қ': 'к', 'ң': 'н', 'ө': 'о', 'ұ': 'у', 'ү': 'у', 'һ': 'х', 'і': 'и' };
  const fold = (text) => text.normalize('NFC').toLowerCase().replace(/[ёәғқңөұүһі]/g, (letter) => plain[letter]);
  const chunkSize = 100;

  const start = () => {
    const one = (selector) => document.querySelector(selector);
    const form = one('#tools'), search = one('#search'), onlyReview = one('#only-review');
    const kind = one('#kind'), status = one('#status'), order = one('#order');
    const shown = one('#shown'), table = one('#terms');

    const rows = Array.from(document.querySelectorAll('.entry'), (element, number) => ({
      element, number, text: null, keys: {},
      kinds: element.dataset.kinds.split(' '), status: element.dataset.status,
      score: Number.parseFloat(element.dataset.score), review: element.classList.contains('review'),
    }));
    const rowOf = new Map(rows.map((row) => [row.element, row]));

    // What a row shows when it is opened lies in blocks of JSON, a hundred rows each, that are read when they are needed.
    const blocks = Array.from(document.querySelectorAll('script[type="application/json"]'));
    const parsed = new Map();
    const placesOf = (row) => {
      const block = Math.floor(row.number / chunkSize);
      if (!parsed.has(block)) parsed.set(block, JSON.parse(blocks[block]?.textContent ?? '[]'));
      return parsed.get(block)[row.number % chunkSize] ?? {};
    };

    const head = (row, language) => row.keys[language] ??=
      row.element.querySelector(`[lang="${language}"] .term, [lang="${language}"] .short`)?.textContent ?? '';
    const collators = {};
    const compare = (language) => {
      collators[language] ??= new Intl.Collator(language, { numeric: true });
      return (a, b) => {
        const [x, y] = [head(a, language), head(b, language)];
        if (!x !== !y) return x ? -1 : 1;
        return collators[language].compare(x, y) || a.number - b.number;
      };
    };
    const orders = {
      given: (a, b) => a.number - b.number,
      kk: compare('kk'), ru: compare('ru'), en: compare('en'),
      score: (a, b) => b.score - a.score || a.number - b.number,
      doubtful: (a, b) => a.score - b.score || a.number - b.number,
    };

    const apply = () => {
      const words = fold(search.value).split(/\s+/).filter(Boolean);
      const visible = rows.filter((row) => {
        if (onlyReview.checked && !row.review) return false;
        if (kind.value && !row.kinds.includes(kind.value)) return false;
        if (status.value && row.status !== status.value) return false;
        if (words.length === 0) return true;
        row.text ??= fold(Array.from(row.element.querySelectorAll('[lang] p, .side span, .remarks span'), (part) => part.textContent).join(' '));
        return words.every((word) => row.text.includes(word));
      });
      visible.sort(orders[order.value] ?? orders.given);
      const parts = [];
      for (let at = 0; at < visible.length; at += chunkSize) {
        const chunk = document.createElement('div');
        chunk.className = 'chunk';
        chunk.setAttribute('role', 'rowgroup');
        chunk.append(...visible.slice(at, at + chunkSize).map((row) => row.element));
        parts.push(chunk);
      }
      for (const chunk of table.querySelectorAll('.chunk')) chunk.remove();
      table.append(...parts);
      one('#no-match').hidden = visible.length > 0;
      shown.textContent = visible.length < rows.length ? `${visible.length} of ${rows.length} entries` : `${rows.length} entries`;
    };

    const part = (className, text, tag = 'div') => {
      const element = document.createElement(tag);
      element.className = className;
      element.textContent = text;
      return element;
    };
    const toggle = (row) => {
      const button = row.element.querySelector('.more');
      const open = row.element.querySelector('.detail');
      button?.setAttribute('aria-expanded', String(!open));
      if (open) return open.remove();
      const places = placesOf(row);
      const detail = part('detail', '');
      detail.setAttribute('role', 'cell');
      const kwic = part('kwic', '');
      for (const [language, name] of [['kk', 'Kazakh'], ['ru', 'Russian'], ['en', 'English']]) {
        const list = places[language] ?? [];
        if (list.length === 0) continue;
        kwic.append(part('wide', name));
        for (const [left, key, right, from] of list) {
          for (const [className, text] of [['left', left], ['key', key], ['right', right], ['from', from]]) {
            const cell = part(className, text);
            if (className !== 'from') cell.lang = language;
            kwic.append(cell);
          }
        }
      }
      if (places.evidence) kwic.append(part('wide', `Evidence: ${places.evidence}`));
      if (places.sources) kwic.append(part('wide', `Documents: ${places.sources}`));
      detail.append(kwic);
      row.element.append(detail);
    };
    table.addEventListener('click', (event) => {
      const row = rowOf.get(event.target.closest?.('.more')?.closest('.entry'));
      if (row) toggle(row);
    });
    table.addEventListener('keydown', (event) => {
      const row = rowOf.get(event.target.closest?.('.entry'));
      if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
      const all = Array.from(table.querySelectorAll('.entry'));
      const at = all.indexOf(row.element);
      const next = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: all.length - 1 }[event.key];
      if (event.key === 'Enter' && event.target === row.element) {
        event.preventDefault();
        toggle(row);
      } else if (next !== undefined && all[next]) {
        event.preventDefault();
        all[next].focus({ preventScroll: true });
        all[next].scrollIntoView({ block: 'nearest' });
      }
    });

    pageTools(form, apply);
    shown.textContent = `${rows.length} entries`;
  };
  document.addEventListener('DOMContentLoaded', start);
})();
