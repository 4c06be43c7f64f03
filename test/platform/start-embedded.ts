// A process of its own for the tests of the embedded database: `start-embedded.ts DIRECTORY (end|die|hold) [default]`.
import { EmbeddedPostgresRefusal, startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts';

const [data_dir = '', then = '', given = ''] = process.argv.slice(2);
const settings = { fsync: 'off', shared_buffers: '16MB' };
const said: string[] = [];
const say = (line: string) => said.push(line);

try {
  const database = await startEmbeddedPostgres({ data_dir, data_dir_given: given !== 'default', say, settings });
  const told = JSON.stringify({ connection: database.connection, data_dir: database.data_dir, said });
  process.stdout.write(`${told}\n`, () => {
    if (then === 'die') process.kill(process.pid, 'SIGKILL');
  });
  if (then === 'end') await database.stop();
  if (then === 'hold') process.stdin.resume().on('end', () => void database.stop());
} catch (error) {
  if (!(error instanceof EmbeddedPostgresRefusal)) throw error;
  process.stdout.write(`${JSON.stringify({ refused: error.message })}\n`);
  process.exitCode = 1;
}
