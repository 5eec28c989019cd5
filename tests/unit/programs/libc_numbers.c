// expect: PASS
// Numbers from text, through pointers, sorted and searched.
#define _GNU_SOURCE
#include <assert.h>
#include <complex.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>

static int by_value(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

static int down(const void *a, const void *b, void *calls)
{
    ++*(int *)calls;
    return by_value(b, a);
}

static void from_text(void)
{
    char *end;
    assert(strtol("12 seats", &end, 10) == 12 && *end == ' ');
    assert(strtoul("ff", NULL, 16) == 255 && atoi(" -7x") == -7);
    assert(strtod("2.5e1!", &end) == 25.0 && *end == '!');
    assert(atof("0.5") == 0.5 && strtoimax("9", NULL, 10) == 9);
    errno = 0;
    assert(strtol("99999999999999999999", &end, 10) == LONG_MAX);
    assert(errno == ERANGE);
    errno = 0;
    assert(log(-1.0) != log(-1.0) && errno == EDOM);
}

static void through_pointers(void)
{
    int exponent, quotient;
    double whole, sine, cosine;
    assert(frexp(8.0, &exponent) == 0.5 && exponent == 4);
    assert(modf(2.25, &whole) == 0.25 && whole == 2.0);
    assert(remquo(7.0, 2.0, &quotient) == -1.0 && quotient == 4);
    sincos(0.0, &sine, &cosine);
    assert(sine == 0.0 && cosine == 1.0);
    assert(creal(csqrt(-4.0)) == 0.0 && div(7, 2).rem == 1);
}

int main(void)
{
    int a[] = {3, 1, 2, 9, 4}, key = 9, calls = 0;
    from_text();
    through_pointers();
    qsort(a, 5, sizeof *a, by_value);
    assert(a[0] == 1 && a[4] == 9);
    assert(bsearch(&key, a, 5, sizeof *a, by_value) == &a[4]);
    qsort_r(a, 5, sizeof *a, down, &calls);
    assert(a[0] == 9 && a[4] == 1 && calls > 0);
    return 0;
}
