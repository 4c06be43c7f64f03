/**
 * npm passes a signal to the shell it started, and that shell ends without passing it on: what it ran would stay,
 * with its port and its database. So whoever was started through npm ends in order when its parent is gone.
 */
export function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  watch.unref();
}
