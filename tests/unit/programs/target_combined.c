// The longer names of target regions: the same loops, with the same mistakes.
// expect -DNAME=1: PASS, outcomes 1
// expect -DNAME=2: PASS, outcomes 1
// expect -DNAME=3: PASS, outcomes 1
// expect -DNAME=4: PASS, outcomes 1
// expect -DNAME=5: PASS, outcomes 1
// expect -DNAME=1 -DSUM: RACE, on sum
// expect -DNAME=2 -DSUM: RACE, on sum
// expect -DNAME=3 -DSUM: RACE, on sum
// expect -DNAME=4 -DSUM: RACE, on sum
// expect -DNAME=5 -DSUM: RACE, on sum
#if NAME == 1
#define TARGET target parallel loop num_threads(2)
#elif NAME == 2
#define TARGET target teams loop num_teams(2)
#elif NAME == 3
#define TARGET target parallel for simd num_threads(2) if (target : sum >= 0)
#elif NAME == 4
#define TARGET target teams distribute simd num_teams(2) device(0)
#else
#define TARGET target teams distribute parallel for simd num_teams(1) num_threads(2)
#endif
#define TEXT(x) #x
#define PRAGMA(x) _Pragma(TEXT(x))
static int a[4], sum;
int main(void)
{
    PRAGMA(omp TARGET map(tofrom : a, sum))
    for (int i = 0; i < 4; i++) {
        a[i] = i;
#ifdef SUM
        sum += i;
#endif
    }
    return a[3] == 3 && sum >= 0 ? 0 : 1;
}
