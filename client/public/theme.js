// Before the first paint, so that a dark page does not flash white. A file of its own: no inline scripts.
try {
  const theme = localStorage.getItem('marquee.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.setAttribute('data-theme', theme)
} catch {
  // No storage: the system's preference decides.
}
