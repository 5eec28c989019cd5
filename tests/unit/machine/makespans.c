/* makespans.c - programs whose makespan and span can be worked out by hand.
 *
 * test_makespans.c says for each with how many threads and cores, and what must
 * come out; a unit is that of work(). They are built for the virtual machine.
 */
#include <stddef.h>
#include <string.h>

#include "makespans.h"

int main(int argc, char **argv)
{
    const struct program *const tables[] = {makespans_regions, makespans_worksharing,
                                            makespans_tasks, makespans_pairs};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (const struct program *program = tables[i]; program->name; program++)
            if (argc == 2 && strcmp(argv[1], program->name) == 0) {
                program->run();
                return 0;
            }
    return 2;
}
