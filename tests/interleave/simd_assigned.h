/* simd_assigned.h - the variables that a loop's body assigns by their names, whole or in parts.
 *
 * gcc reports no access to a local variable whose address nobody takes, and of one
 * that lies in the frame of the loop lanes.h cannot tell whether it is an iteration's
 * own. So each iteration names those that it shares with the others: what its body
 * assigns, but neither declares nor finds in a pragma, as private or otherwise.
 */
#ifndef INTERLEAVE_SIMD_ASSIGNED_H
#define INTERLEAVE_SIMD_ASSIGNED_H

/* Calls that name them, each followed by a comma (malloc'ed). `text` is all of the
 * preprocessed text, `pragma` a line of it, `body` what comes behind the head of the
 * innermost loop that belongs to it. */
char *simd_assigned(const char *text, const char *pragma, const char *body);

#endif
