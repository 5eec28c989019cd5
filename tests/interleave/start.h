/* start.h - what runs before main() and after exit(): constructors, destructors.
 *
 * They are part of each execution. The loader would run them once, before the
 * program's data is remembered.
 */
#ifndef INTERLEAVE_START_H
#define INTERLEAVE_START_H

/* Runs the destructors of the loaded objects, the last first. */
void start_undo(void);

#endif
