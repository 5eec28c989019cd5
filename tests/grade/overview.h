/* overview.h - all exercises on one screen, and what to do next. */
#ifndef GRADE_OVERVIEW_H
#define GRADE_OVERVIEW_H

#include "grade/result.h"
#include "grade/screen.h"

/* A line each; where that would not fit 20 lines, a chapter not yet begun takes
 * one line. */
void write_overview(const struct screen *screen, const struct results *results,
                    const struct house *house, const struct request *request);

#endif
