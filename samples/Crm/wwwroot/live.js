// Shows each change of standing as the server tells it, above those that are there.
const list = document.getElementById('changes');
const state = document.getElementById('state');
const source = new EventSource(`/live/changes?mark=${list.dataset.mark}`);

source.onopen = () => { state.textContent = state.dataset.on; };
source.onerror = () => { state.textContent = state.dataset.off; };
source.onmessage = event => {
  const change = JSON.parse(event.data);
  const text = (tag, kind, words) => Object.assign(document.createElement(tag), { className: kind, textContent: words });
  const account = Object.assign(text('a', '', change.accountName ?? ''), { href: `/accounts/${encodeURIComponent(change.account ?? '')}` });
  const head = text('p', 'head', '');
  head.append(
    text('span', `standing ${change.toStanding}`, change.to), ' ', text('span', 'quiet', list.dataset.before.replace('{0}', change.from)), ' ',
    account, ' ', text('span', 'quiet', `${change.rule} ${change.subject}`));
  const item = text('li', 'new', '');
  item.append(head, text('p', '', change.reason));
  list.prepend(item);
  document.getElementById('empty').hidden = true;
};
