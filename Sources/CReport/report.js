// The report works without this script; it adds the filter and the keys; tools.js stands before it.
'use strict';
(() => {
  const fold = (text) => text.normalize('NFC').toLowerCase().replaceAll('ё', 'е');

  const start = () => {
    const one = (selector) => document.querySelector(selector);
    const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
    const form = one('#tools'), search = one('#search'), onlyReview = one('#only-review');
    const limit = one('#threshold'), shown = one('#shown'), results = one('#results');

    const rows = all('tr[data-row]', results).map((element) => ({
      element,
      article: element.closest('article'),
      block: element.closest('.block'),
      score: 'score' in element.dataset ? Number.parseFloat(element.dataset.score) : null,
      flagged: 'flag' in element.dataset,
      text: null,
    }));
    const rowOf = new Map(rows.map((row) => [row.element, row]));
    const index = new Map(all('.index tr[data-document]').map((row) => [row.dataset.document, row]));

    // The words that a reader typed, shown in the rows without a change to them.
    const highlight = (words, visible) => {
      if (!globalThis.Highlight || !CSS.highlights) return;
      CSS.highlights.delete('found');
      if (words.length === 0) return;
      const ranges = [];
      for (const row of visible) {
        const walker = document.createTreeWalker(row.element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node && ranges.length < 5000; node = walker.nextNode()) {
          const text = node.data.toLowerCase().replaceAll('ё', 'е');
          if (text.length !== node.data.length) continue;
          for (const word of words) {
            for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
              const range = new Range();
              range.setStart(node, at);
              range.setEnd(node, at + word.length);
              ranges.push(range);
            }
          }
        }
      }
      CSS.highlights.set('found', new Highlight(...ranges));
    };

    const apply = () => {
      const typed = Number.parseFloat(limit.value.replace(',', '.'));
      const threshold = Number.isNaN(typed) ? Number.parseFloat(form.dataset.threshold) : typed;
      const words = fold(search.value).split(/\s+/).filter(Boolean);
      const reviews = new Map();
      const visible = [];
      let beads = 0;
      for (const row of rows) {
        const review = row.score === null ? row.flagged : !(row.score >= threshold);
        row.element.classList.toggle('review', review);
        if (review && row.score !== null) {
          beads += 1;
          reviews.set(row.article.id, (reviews.get(row.article.id) ?? 0) + 1);
        }
        row.review = review;
        row.text ??= fold(all('td[lang] p, .evidence, .flag', row.element).map((part) => part.textContent).join(' '));
        const shows = (review || !onlyReview.checked) && words.every((word) => row.text.includes(word));
        row.element.hidden = !shows;
        if (shows) visible.push(row);
      }
      const blocks = new Set(visible.map((row) => row.block));
      const articles = new Set(visible.map((row) => row.article));
      const filtering = onlyReview.checked || words.length > 0;
      for (const block of all('.block', results)) block.hidden = !blocks.has(block);
      for (const article of all('article', results)) {
        article.hidden = filtering && !articles.has(article);
        const entry = index.get(article.id);
        if (!entry) continue;
        entry.classList.toggle('absent', article.hidden);
        entry.querySelector('.reviews').textContent = reviews.get(article.id) ?? 0;
      }
      one('#review-count').textContent = beads;
      one('#no-match').hidden = !filtering || visible.length > 0;
      shown.textContent = filtering ? `${visible.length} of ${rows.length} rows` : `${rows.length} rows`;
      keepOneInTabOrder(visible);
      highlight(words, visible);
    };

    // One row at a time is in the tab order; the arrow keys move on from there.
    let current = null;
    const makeCurrent = (row) => {
      if (current) current.element.tabIndex = -1;
      current = row;
      if (current) current.element.tabIndex = 0;
    };
    const keepOneInTabOrder = (visible) => {
      if (!current || current.element.hidden) makeCurrent(visible[0] ?? null);
    };
    const focus = (row) => {
      if (!row) return;
      makeCurrent(row);
      row.element.focus({ preventScroll: true });
      row.element.scrollIntoView({ block: 'nearest' });
    };
    results.addEventListener('focusin', (event) => {
      const row = rowOf.get(event.target);
      if (row) makeCurrent(row);
    });
    results.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !event.target.matches?.('tr[data-row]')) return;
      const visible = rows.filter((row) => !row.element.hidden);
      const at = visible.indexOf(current);
      const moves = {
        ArrowDown: () => visible[at + 1],
        j: () => visible[at + 1],
        ArrowUp: () => visible[at - 1],
        k: () => visible[at - 1],
        Home: () => visible[0],
        End: () => visible[visible.length - 1],
        n: () => visible.find((row, place) => place > at && row.review),
        N: () => visible.findLast((row, place) => place < at && row.review),
      };
      if (!Object.hasOwn(moves, event.key)) return;
      event.preventDefault();
      focus(moves[event.key]());
    });

    pageTools(form, apply);
    apply();
  };
  document.addEventListener('DOMContentLoaded', start);
})();
