/**
 * A process that starts a cluster and says so, for the tests that kill one: `node cluster-process-testing.ts OPTIONS` with the
 * options as JSON. It stops the cluster when its standard input ends.
 */
import { text } from 'node:stream/consumers';
import { startCluster, type ClusterOptions } from './cluster.ts';

const said: string[] = [];
const options = JSON.parse(process.argv[2] ?? '{}') as Omit<ClusterOptions, 'log'>;
try {
  const cluster = await startCluster({ ...options, log: (message) => said.push(message) });
  console.log(JSON.stringify({ url: cluster.url, pid: cluster.pid, said }));
  await text(process.stdin);
  await cluster.stop();
} catch (error) {
  console.log(JSON.stringify({ problem: error instanceof Error ? error.message : String(error) }));
}
