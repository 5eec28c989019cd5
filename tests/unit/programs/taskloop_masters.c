// One thread makes the tasks of a loop for all: by every name that this has.
// expect -DNAME=master: PASS, outcomes 1
// expect -DNAME=masked: PASS, outcomes 1
// expect -DNAME=masked -DSIMD=simd: PASS, outcomes 1
// expect -DNAME=master -DSIMD=simd: PASS, outcomes 1
// expect -DNAME=master -DAPART: RACE, on sum
#ifndef SIMD
#define SIMD
#endif
#define TEXT(x) #x
#define PRAGMA(x) _Pragma(TEXT(x))
static int a[6], sum;
int main(void)
{
#ifdef APART
#define SUM
#else
#define SUM reduction(+ : sum)
#endif
    PRAGMA(omp parallel NAME taskloop SIMD num_threads(2) num_tasks(3) SUM)
    for (int i = 0; i < 6; i++) {
        a[i] += i;
        sum += a[i];
    }
    return sum == 15 ? 0 : 1;
}
