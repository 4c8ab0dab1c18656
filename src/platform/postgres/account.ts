import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { ClusterProblem } from './cluster-problem.ts';

/** The operating system's account that PostgreSQL runs under; as `spawn` takes it. */
export type Account = { uid: number; gid: number };

/** PostgreSQL refuses to run as root: these accounts take its place, the first that the machine has. */
const IN_PLACE_OF_ROOT = ['postgres', 'nobody'];

/**
 * The account for the cluster in `clusterDir`: the owner of what is already there, so that installing another account
 * later changes nothing. Only root may run it under another account than its own.
 * @param preferred name of the account for a new cluster, when run as root
 */
export function accountFor(clusterDir: string, preferred?: string): Account {
  const self = ownAccount();
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner && owner.uid === 0) {
    throw new ClusterProblem(
      `${clusterDir} belongs to root, as whom PostgreSQL refuses to run: give it to its account.`,
    );
  }
  if (owner && self.uid !== 0 && owner.uid !== self.uid) {
    throw new ClusterProblem(
      `${clusterDir} belongs to another account (uid ${owner.uid}): run Concours as that account, or as root.`,
    );
  }
  if (owner) return { uid: owner.uid, gid: owner.gid };
  return self.uid === 0 ? accountInPlaceOfRoot(preferred) : self;
}

export function ownAccount(): Account {
  const { getuid, getgid } = process;
  if (!getuid || !getgid) throw new ClusterProblem('The embedded database runs on Linux only: set DATABASE_URL.');
  return { uid: getuid(), gid: getgid() };
}

/** @throws ClusterProblem if the machine has none of them */
export function accountInPlaceOfRoot(preferred?: string): Account {
  for (const name of preferred === undefined ? IN_PLACE_OF_ROOT : [preferred]) {
    const account = findAccount(name);
    if (account) return account;
  }
  throw new ClusterProblem('PostgreSQL refuses to run as root and there is no account `postgres` or `nobody`.');
}

function findAccount(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** Whether the account can enter a directory. Asked of the system itself: modes, lists of access and mounts all count. */
export function canEnter(account: Account, directory: string): boolean {
  try {
    execFileSync('test', ['-x', directory], { ...account, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
