// expect: PASS, outcomes 1
// expect -DRACE: RACE
// expect -DWRITES: INTERNAL, says writing to a file through memory
/* A file in memory is what it held when it was mapped; pread does not move. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void)
{
    FILE *out = fopen("mapped.txt", "w");
    fputs("seats 42\n", out);
    fclose(out);
    int file = open("mapped.txt", O_RDWR);
#ifdef WRITES
    mmap(NULL, 9, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
#endif
    char *text = mmap(NULL, 9, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0), two[3] = "";
    if (text == MAP_FAILED || memcmp(text, "seats 42\n", 9) != 0)
        abort();
    if (pread(file, two, 2, 6) != 2 || strcmp(two, "42") != 0 || pwrite(file, "17", 2, 6) != 2 ||
        text[6] != '4')
        abort();
#pragma omp parallel num_threads(2)
#ifndef RACE
#pragma omp single
#endif
    text[0] = 'S';
    putchar(text[0]);
    munmap(text, 9);
    close(file);
    unlink("mapped.txt");
    return 0;
}
