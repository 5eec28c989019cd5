/* environment_places.h - OMP_PLACES: sets of processors, in words and by bits. */
#ifndef INTERLEAVE_ENVIRONMENT_PLACES_H
#define INTERLEAVE_ENVIRONMENT_PLACES_H

#include <stdbool.h>
#include <stdio.h>

/* Sets environment.places. False: the text is not understood, and nothing is set. */
bool places_from(const char *text);

/* The line of omp_display_env(). */
void places_write(FILE *out);

#endif
