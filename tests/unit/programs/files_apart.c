// expect: PASS, executions 1, outcomes 1
// Each thread has a file of its own, and reads back what it wrote.
#include <assert.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    #pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2; i++) {
        char name[40], line[16];
        snprintf(name, sizeof name, "/tmp/interleave-corpus-%d.txt", i);
        FILE *file = fopen(name, "w+");
        assert(fprintf(file, "seat %d\n", i) == 7 && ftell(file) == 7);
        rewind(file);
        assert(fgets(line, sizeof line, file) && line[5] == '0' + i);
        assert(!fgets(line, sizeof line, file) && feof(file));
        assert(fseek(file, 2, SEEK_SET) == 0 && fgetc(file) == 'a');
        assert(ungetc('x', file) == 'x' && getc(file) == 'x');
        assert(fclose(file) == 0 && remove(name) == 0);
        assert(!fopen(name, "r"));
    }
    return 0;
}
