/** Why the embedded database cannot be started or used: a sentence for whoever runs the server, with what to do. */
export class ClusterProblem extends Error {
  override readonly name = 'ClusterProblem';
}
