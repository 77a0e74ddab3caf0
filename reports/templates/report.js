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
  const list = byId('findings').dataset;
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
    (!wanted.words || textOf(entry).includes(wanted.words)) &&
    !(wanted.open && entry.matches('.finding') && choiceOf(entry));

  const apply = () => {
    const wanted = {
      tones: new Set(chips.filter((chip) => chip.checked).map((chip) => chip.value)),
      choices: choices.filter((choice) => choice.value).map((choice) => [choice.id, choice.value]),
      words: words.value.trim().toLowerCase(),
      open: byId('open').checked,
    };
    const filtered = wanted.words || wanted.open || wanted.choices.length || chips.some((chip) => !chip.checked);
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
    byId('open').checked = false;
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

  const made = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  // A choice is kept for a claim with a verdict: a later report on the same claim remembers it until the verdict changes.
  const nameOf = (finding) => `citewatch:${finding.dataset.id}:${finding.dataset.verdict}`;
  const chosen = new Map();
  const recall = (finding) => {
    try { return JSON.parse(localStorage.getItem(nameOf(finding))) || {}; } catch { return {}; }
  };
  const stateOf = (finding) => {
    if (!chosen.has(finding)) {
      const known = 'known' in finding.dataset ? { choice: 'rejected' } : {};
      chosen.set(finding, { ...known, ...recall(finding) });
    }
    return chosen.get(finding);
  };
  const choiceOf = (finding) => stateOf(finding).choice;
  const remember = (finding, changes) => {
    Object.assign(stateOf(finding), changes);
    try { localStorage.setItem(nameOf(finding), JSON.stringify(stateOf(finding))); } catch { /* kept while the page is open */ }
    show(finding);
    count();
    if (byId('open').checked) apply();
  };
  const settle = (finding, choice) => remember(finding, { choice: choiceOf(finding) === choice ? '' : choice });

  const claimOf = (finding) => partOf(finding, 'claim').textContent;
  const entryOf = (finding) => ({
    id: finding.dataset.id, verdict: finding.dataset.verdict, source: list.source, text: claimOf(finding),
    reason: stateOf(finding).reason || '', until: null,
  });
  const exemption = (finding) => {
    const reason = stateOf(finding).reason || 'WHY';
    if (list.comment) return list.comment.replace('{reason}', () => reason.replace(/--+>?/g, '–'));
    return `[[ignore]]\nclaim = ${JSON.stringify(finding.dataset.id)}\nreason = ${JSON.stringify(reason)}`;
  };

  const copied = async (button, code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(code); // without a clipboard, the words are selected for the reader to copy
    }
  };
  const toCopy = (label, words) => {
    const code = made('code', { textContent: words });
    const button = made('button', { type: 'button', textContent: 'Copy', ariaLabel: `Copy: ${label}` });
    button.addEventListener('click', () => copied(button, code));
    return made('div', { className: 'to-copy-text' }, made('p', {}, label), code, button);
  };
  const fill = (details, finding) => {
    const commands = [...new Set([...finding.querySelectorAll('[data-command]')].map((check) => check.dataset.command))];
    details.replaceChildren(
      details.firstChild,
      ...commands.map((command) => toCopy('Print the text of the copy', command)),
      toCopy(list.comment ? 'Exempt it by a comment behind the claim' : 'Exempt it in citewatch.toml', exemption(finding)),
      toCopy('Or by an entry of the baseline', JSON.stringify(entryOf(finding), null, 2)),
    );
  };

  const show = (finding) => {
    const { choice, reason } = stateOf(finding);
    for (const button of finding.querySelectorAll('.settle > button')) {
      button.setAttribute('aria-pressed', String(button.dataset.choice === choice));
    }
    finding.querySelector('.settle input').value = reason || '';
    finding.classList.toggle('done', Boolean(choice));
    const details = finding.querySelector('.settle details');
    if (details.open) fill(details, finding);
  };
  const settling = (finding) => {
    const accept = made('button', { type: 'button', textContent: 'Accept', title: 'The finding is right: the document needs a change (a)' });
    const reject = made('button', { type: 'button', textContent: 'Reject', title: 'The finding is wrong or known: it goes into the exported baseline (r)' });
    accept.dataset.choice = 'accepted';
    reject.dataset.choice = 'rejected';
    const reason = made('input', { type: 'text', placeholder: 'Why?', ariaLabel: 'Reason', autocomplete: 'off' });
    const details = made('details', {}, made('summary', {}, 'Commands, comment and baseline entry to copy'));
    for (const button of [accept, reject]) button.addEventListener('click', () => settle(finding, button.dataset.choice));
    reason.addEventListener('change', () => remember(finding, { reason: reason.value.trim() }));
    details.addEventListener('toggle', () => { if (details.open) fill(details, finding); });
    finding.querySelector('.said').append(made('div', { className: 'settle' }, accept, reject, reason, details));
    show(finding);
  };

  const count = () => {
    const settled = findings.filter(choiceOf).length;
    const rejected = findings.filter((finding) => choiceOf(finding) === 'rejected').length;
    byId('settled').textContent = findings.length ? `${settled} of ${findings.length} settled` : '';
    byId('export').textContent = `Export baseline (${rejected})`;
    byId('export').disabled = !rejected;
  };
  const exported = () => {
    const entries = findings.filter((finding) => choiceOf(finding) === 'rejected').map(entryOf);
    const text = JSON.stringify({ baseline_version: 1, entries }, null, 2) + '\n';
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    made('a', { href: address, download: 'citewatch-baseline.json' }).click();
    URL.revokeObjectURL(address);
  };

  const reveal = () => {
    const target = /^#[\w-]+$/.test(location.hash) && byId(location.hash.slice(1));
    if (!target) return;
    for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    const entry = target.closest('.note, .findings > li, .sources > li');
    if (entry && entry.hidden) clear();
    if (target.matches('.note')) target.open = true;
    if (target.matches('.finding')) current = target;
    target.scrollIntoView({ block: target.matches('.note, .claim') ? 'center' : 'start' });
  };

  const actions = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    a: () => current && settle(current, 'accepted'), r: () => current && settle(current, 'rejected'),
    t: () => current && current.querySelectorAll('.more').forEach((fold) => { fold.open = !fold.open; }),
    o: () => follow('figcaption a, .to-copy'), d: () => follow('.where a'),
    '/': () => { filters.open = true; words.focus(); }, x: clear, '?': () => byId('keys').showModal(),
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
  byId('export').addEventListener('click', exported);
  byId('clear').addEventListener('click', clear);
  byId('next').addEventListener('click', () => step(1));
  byId('previous').addEventListener('click', () => step(-1));
  byId('help').addEventListener('click', () => byId('keys').showModal());
  byId('close').addEventListener('click', () => byId('keys').close());
  window.addEventListener('hashchange', reveal);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    if (link.protocol !== 'blob:' && link.host !== location.host) link.target = '_blank'; // an archived page opens in its own tab
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
    settling(finding);
  }
  byId('bar').hidden = findings.length === 0;
  filters.hidden = false;
  filters.open = !matchMedia('(max-width: 36rem)').matches;
  count();
  apply();
  reveal();
})();
