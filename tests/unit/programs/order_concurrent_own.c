// What an iteration of an unordered loop has for itself, though the next one finds
// it at the same address.
// expect: PASS, outcomes 1
// expect -DSHARED_HEAP: RACE
#include <stdlib.h>
#include <string.h>

struct pair {
    int low, high;
};
static int total[2], product, seen[8], last = -1, kept = 7;
#pragma omp declare reduction(twice : int : omp_out *= omp_in) initializer(omp_priv = 1)

static struct pair both(int i)
{
    static const int step[2] = {1, 2};
    struct pair pair = {i * step[0], i * step[1]};
    return pair;
}

static void fill(int *cells, int count, int value)
{
    for (int i = 0; i < count; i++)
        cells[i] = value + i;
}

static void orphaned(int n, int *left)
{
    int buffer[3];
#pragma omp for order(concurrent) reduction(+ : total) reduction(twice : product)                  \
    private(buffer) lastprivate(last) firstprivate(kept) schedule(static, 1)
    for (int i = 0; i < n; i++) {
        int own[2], variable[n];
        struct pair pair = both(i);
        int *block =
#ifdef SHARED_HEAP
            left;
#else
            malloc(3 * sizeof *block);
#endif
        fill(own, 2, i);
        fill(variable, n, i);
        fill(buffer, 3, pair.low);
        fill(block, 3, pair.high);
        memcpy(&seen[i], &block[1], sizeof *block);
        total[i % 2] += own[1] + variable[0] + buffer[2] + kept;
        product *= 2;
        last = i;
#ifndef SHARED_HEAP
        free(block);
#endif
    }
    (void)left;
}

int main(void)
{
    int *left = malloc(3 * sizeof *left);
    product = 1;
#pragma omp parallel num_threads(1)
    orphaned(4, left);
    free(left);
    return last == 3 && product == 16 && total[0] + total[1] == 58 ? 0 : 1;
}
