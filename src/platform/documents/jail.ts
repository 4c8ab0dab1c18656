import { chown } from 'node:fs/promises';
import { runLimited, type Limits, type ProcessEnd } from '../pdf/limited-process.ts';

/** The account that owns nothing, where we are root ourselves. */
const NOBODY = 65_534;

const asNobody = (): boolean => process.getuid?.() === 0;

/**
 * Makes what a jailed program sees: the programs of the system, read only for it, and one folder of its own, `/job`.
 * Everything else of this machine, its network and its processes, is not there.
 */
const JAIL = `set -e
cd "$1"
mkdir -p .jail
mount -t tmpfs -o mode=755,size=64k none .jail
cd .jail
mkdir -p usr etc proc dev job tmp var/cache/fontconfig
mount --rbind /usr usr
mount --rbind /etc etc
mount --bind "$1" job
mount -t proc none proc
if [ -d /var/cache/fontconfig ]; then mount --bind /var/cache/fontconfig var/cache/fontconfig; fi
for name in null urandom; do : >dev/$name; mount --bind /dev/$name dev/$name; done
for name in bin sbin lib lib64; do if [ -e /$name ]; then ln -s usr/$name $name; fi; done
shift
exec chroot . /usr/bin/env -i PATH=/usr/bin:/bin HOME=/job TMPDIR=/job LC_ALL=C.UTF-8 "$@"`;

/**
 * Runs a program that may be taken over by what it opens: in name spaces of its own, with no network, no other process
 * and no file but those of `folder`, as nobody where we are root. Limited and killed like any other.
 */
export async function runJailed(folder: string, command: readonly string[], limits: Limits): Promise<ProcessEnd> {
  const identity = asNobody() ? [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];
  const spaces = ['--map-root-user', '--net', '--mount', '--pid', '--ipc', '--fork', '--kill-child'];
  const jail = ['--no-new-privs', '--', 'unshare', ...spaces, 'sh', '-c', JAIL, 'jail', folder];
  return runLimited('setpriv', [...identity, ...jail, ...command], limits);
}

/** Lets a jailed program write in this folder or file. */
export const giveToJail = (path: string): Promise<void> =>
  asNobody() ? chown(path, NOBODY, NOBODY) : Promise.resolve();
