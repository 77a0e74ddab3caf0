'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const filters = byId('filters');
  if (!filters) return;

  const findings = all('.finding');
  const notes = all('.note');
  const sources = all('.sources > li');
  const groups = all('.unchecked tbody tr');
  const chips = all('[name=tone]');
  const choices = ['status', 'section', 'source'].map(byId).filter(Boolean);
  const words = byId('words');
  const texts = new WeakMap();

  const toneOf = (entry) => [...entry.classList].find((name) => name.startsWith('t-')).slice(2);
  const partOf = (entry, kind) => byId(entry.id.replace(/^[a-z]+/, kind));
  const factsOf = (entry) => (partOf(entry, 'note') || entry).dataset;

  const cited = (note) => !partOf(note, 'claim').matches('.trailing'); // has a marker of its own, so it is counted

  const textOf = (entry) => {
    if (!texts.has(entry)) {
      const numbers = (factsOf(entry).source || '').split(' ');
      const parts = [entry, partOf(entry, 'claim'), ...numbers.map((number) => byId('source-' + number))].map((part) => (part ? part.textContent : ''));
      texts.set(entry, parts.join(' ').toLowerCase());
    }
    return texts.get(entry);
  };

  const fits = (entry, wanted) =>
    (wanted.tones.has(toneOf(entry)) || !chips.length) &&
    wanted.choices.every(([name, value]) => (factsOf(entry)[name] || '').split(' ').includes(value)) &&
    (!wanted.words || textOf(entry).includes(wanted.words));

  const apply = () => {
    const wanted = {
      tones: new Set(chips.filter((chip) => chip.checked).map((chip) => chip.value)),
      choices: choices.filter((choice) => choice.value).map((choice) => [choice.id, choice.value]),
      words: words.value.trim().toLowerCase(),
    };
    const filtered = wanted.words || wanted.choices.length || chips.some((chip) => !chip.checked);
    const shownSources = new Set();
    let shownFindings = 0;
    let shownClaims = 0;
    for (const finding of findings) {
      const fit = fits(finding, wanted);
      finding.parentElement.hidden = !fit;
      shownFindings += fit;
    }
    for (const note of notes) {
      const fit = fits(note, wanted);
      note.hidden = !fit;
      partOf(note, 'claim').classList.toggle('off', !fit);
      shownClaims += fit && cited(note);
      if (fit) note.dataset.source.split(' ').forEach((number) => shownSources.add('source-' + number));
    }
    for (const group of groups) {
      group.hidden = [...group.querySelectorAll('li a')].every((link) => byId(link.hash.slice(1).replace('claim', 'note')).hidden);
    }
    for (const source of sources) source.hidden = Boolean(filtered) && !shownSources.has(source.id);
    byId('no-findings').hidden = shownFindings > 0 || findings.length === 0;
    byId('shown').textContent = filtered
      ? `${shownFindings} of ${findings.length} findings, ${shownClaims} of ${notes.filter(cited).length} claims`
      : '';
  };

  const clear = () => {
    chips.forEach((chip) => { chip.checked = true; });
    choices.forEach((choice) => { choice.value = ''; });
    words.value = '';
    apply();
  };

  let current = null;
  const step = (by) => {
    const open = findings.filter((finding) => !finding.parentElement.hidden);
    if (!open.length) return;
    const place = open.indexOf(current);
    const next = place < 0 ? (by > 0 ? 0 : open.length - 1) : Math.min(Math.max(place + by, 0), open.length - 1);
    current = open[next];
    current.tabIndex = -1;
    current.focus();
    current.scrollIntoView({ block: 'start' });
  };

  const follow = (selector) => {
    const link = current && current.querySelector(selector);
    if (link) link.click();
  };

  const reveal = () => {
    const target = /^#[\w-]+$/.test(location.hash) && byId(location.hash.slice(1));
    if (!target) return;
    const entry = target.closest('.note, .findings > li, .sources > li');
    if (entry && entry.hidden) clear();
    if (target.matches('.note')) target.open = true;
    if (target.matches('.finding')) current = target;
    target.scrollIntoView({ block: target.matches('.note, .claim') ? 'center' : 'start' });
  };

  const actions = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    o: () => follow('figcaption a, .to-copy'), d: () => follow('.where a'),
    '/': () => words.focus(), x: clear, '?': () => byId('keys').showModal(),
  };

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input:not([type=checkbox]), select, textarea, dialog');
    if (event.key === 'Escape' && event.target === words) { words.blur(); return; }
    if (typing || !byId('single').checked || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions[event.key];
    if (action) { event.preventDefault(); action(); }
  });
  document.addEventListener('focusin', (event) => {
    current = event.target.closest('.finding') || current;
  });

  filters.addEventListener('input', apply);
  byId('clear').addEventListener('click', clear);
  byId('next').addEventListener('click', () => step(1));
  byId('previous').addEventListener('click', () => step(-1));
  byId('help').addEventListener('click', () => byId('keys').showModal());
  byId('close').addEventListener('click', () => byId('keys').close());
  window.addEventListener('hashchange', reveal);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    if (link.host !== location.host) link.target = '_blank'; // an archived page opens in its own tab
    if (link.matches('.claim') && link.hash === location.hash) reveal();
  }, true);

  for (const finding of findings) { // only scripts need these, so the file does not carry them
    const [kicker, said, link] = [finding.querySelector('.kicker'), finding.querySelector('h3'), document.createElement('a')];
    said.id = finding.id.replace('finding', 'said');
    finding.setAttribute('aria-labelledby', said.id);
    link.className = 'permalink';
    link.href = '#' + finding.id;
    link.textContent = 'Permalink';
    kicker.append(link);
  }
  filters.hidden = false;
  apply();
  reveal();
})();
