window.maps = 0;
document.querySelector('#start').addEventListener('click', () => {
  const { engine } = document.querySelector('ming-provider');
  void engine.askPermission('location', { trigger: 'user', purpose: '找到附近的网点' });
});
await import('/dist/mingshi.js');
