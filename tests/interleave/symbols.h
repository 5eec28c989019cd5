/* symbols.h - the global symbols of object files, archives and libraries. */
#ifndef INTERLEAVE_SYMBOLS_H
#define INTERLEAVE_SYMBOLS_H

#include <stdbool.h>

/* Called with each; !defined: the file needs it of others. */
typedef void (*see_symbol)(const char *name, bool defined, void *data);

/* Every global symbol of an object file, or of all that an archive holds. False
 * when the file is neither. */
bool symbols_of_objects(const char *path, see_symbol see, void *data);

/* Those of a program or shared library that others can see. False when it is none. */
bool symbols_of_linked(const char *path, see_symbol see, void *data);

#endif
