/* record.h - the recording of an execution; see trace.h for what is recorded. */
#ifndef INTERLEAVE_RECORD_H
#define INTERLEAVE_RECORD_H

#include "interleave/trace.h"

/* A new execution: forgets events and watched variables. */
void record_begin(void);

/* The last event's effect is done: fills in values. Also at the end. */
void record_settle(void);

/* Sets name and type of the event's object. */
void record_object(struct event *event);

/* The event's object holds a value of its size: before (and after, so far). */
void record_access_value(struct event *event);

#endif
