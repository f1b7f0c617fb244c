/**
 * How our own server runs: durable, on loopback only, sized for a small machine that also does other things.
 * Given on the command line, so that an update of Marquee is all that it takes to change one.
 */
export const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '16MB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1',
  // Compiling a query costs more than running ours.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  // A killed worker's statements end with it, instead of holding its locks to their end.
  ...(process.platform === 'linux' && { client_connection_check_interval: '1000' }),
}
