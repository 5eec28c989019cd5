// expect: PASS, outcomes 1
// Blocks of every kind, grown and shrunk; small ones by the thousand.
#define _GNU_SOURCE
#include <assert.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    void *block;
    char *text = malloc(3);
    memcpy(text, "ab", 3);
    for (size_t size = 4; size < 100; size += 7) {
        text = realloc(text, size);
        text[size - 1] = 'x';
    }
    assert(strncmp(text, "ab", 2) == 0);
    text = reallocarray(text, 2, 2);
    free(text);
    assert(posix_memalign(&block, 64, 100) == 0);
    assert((uintptr_t)block % 64 == 0);
    free(block);
    block = aligned_alloc(4096, 4096);
    assert((uintptr_t)block % 4096 == 0 && malloc_usable_size(block));
    free(block);
    assert(!malloc((size_t)1 << 60) && !realloc(NULL, SIZE_MAX / 2));
    #pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2000; i++) {
        int *one = calloc(1, sizeof *one);
        assert(*one == 0);
        free(one);
    }
    return 0;
}
