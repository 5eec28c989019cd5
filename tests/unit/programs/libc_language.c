// expect: PASS, outcomes 1
// The language's odd corners: each as the compiler has it.
#include <alloca.h>
#include <assert.h>
#include <complex.h>
#include <stdarg.h>
#include <string.h>

struct flags {
    unsigned low : 3, high : 13;
    int values[];
};

static _Thread_local int mine = 3;

static int sum_of(int count, ...)
{
    va_list rest;
    int sum = 0;
    va_start(rest, count);
    while (count-- > 0)
        sum += va_arg(rest, int);
    va_end(rest);
    return sum;
}

static inline double *twice(int n, double *restrict to)
{
    static int calls;
    #pragma omp atomic
    calls++;
    for (int i = 0; i < n; i++)
        to[i] *= 2;
    return to;
}

int main(void)
{
    int (*add)(int, ...) = sum_of;
    int total = 0;
    #pragma omp parallel num_threads(2) reduction(+ : total)
    {
        int n = 3 + mine++;
        double row[n];
        double complex z = 1 + 2 * I;
        char *text = alloca((size_t)n);
        __int128 wide = (__int128)1 << 100;
        struct flags f = {.high = 5, .low = 7};
        memset(text, 'x', (size_t)n);
        for (int i = 0; i < n; i++)
            row[i] = i;
        f.low++;
        z *= z;
        assert(twice(n, row)[2] == 4 && creal(z) == -3 && text[n - 1] == 'x');
        assert(f.low == 0 && f.high == 5 && (int)(wide >> 98) == 4);
        total += add(3, 1, 2, n) + (int)(long double)0.5L;
    }
    assert(total == 18);
    return 0;
}
