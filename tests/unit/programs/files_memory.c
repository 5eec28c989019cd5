// expect: PASS, outcomes 1
// Streams into memory, numbers from a stream, a file that is renamed.
#define _GNU_SOURCE
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *text, *line = NULL, back[4] = "";
    size_t size, room = 0;
    int a, b;
    FILE *out = open_memstream(&text, &size);
    fprintf(out, "%d,%d\nend", 12, 30);
    fclose(out);
    assert(size == 9 && strcmp(text, "12,30\nend") == 0);
    FILE *in = fmemopen(text, size, "r");
    assert(fscanf(in, "%d,%d", &a, &b) == 2 && a + b == 42);
    assert(fgetc(in) == '\n' && getline(&line, &room, in) == 3);
    assert(strcmp(line, "end") == 0 && getline(&line, &room, in) == -1);
    fclose(in);
    free(line);
    free(text);
    FILE *file = tmpfile();
    assert(fwrite("abc", 1, 3, file) == 3 && fseek(file, 0, SEEK_SET) == 0);
    assert(fread(back, 1, 4, file) == 3 && strcmp(back, "abc") == 0);
    fclose(file);
    asprintf(&text, "%s-%d", "seat", 7);
    assert(strcmp(text, "seat-7") == 0);
    free(text);
    return 0;
}
