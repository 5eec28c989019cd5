/* command.h - what `grade` can be told to do; one file a command.
 *
 * Each gets the request with its own words only (without the command's name)
 * and returns the exit status.
 */
#ifndef GRADE_COMMAND_H
#define GRADE_COMMAND_H

#include "grade/house.h"
#include "grade/result.h"

int command_grade(const struct house *house, const struct request *request);
int command_hint(const struct house *house, const struct request *request);
int command_replay(const struct house *house, const struct request *request);
int command_cores(const struct house *house, const struct request *request);
int command_run(const struct house *house, const struct request *request);
int command_reset(const struct house *house, const struct request *request);
int command_lint(const struct house *house, const struct request *request);

/* Writes results in the format and to the place that were asked for; returns
 * the exit status of the results, or 2 when they cannot be written. */
int deliver(const struct house *house, const struct request *request, const struct results *results,
            enum view view);

/* The one exercise that a command is about, or NULL after a message. */
const struct exercise *the_exercise(const struct house *house, const struct request *request,
                                    const char *usage);

#endif
