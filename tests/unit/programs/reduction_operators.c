// Every operator that C has for a reduction.
// expect: PASS, threads 2, outcomes 1
int main(void)
{
    int all = 1, any = 0, bits = 0, odd = 0, product = 1, less = 0;
    unsigned common = ~0u;
#pragma omp parallel for reduction(&& : all) reduction(|| : any)       \
    reduction(| : bits) reduction(^ : odd) reduction(* : product)      \
    reduction(- : less) reduction(& : common)
    for (int i = 1; i < 5; i++) {
        all = all && i;
        any = any || i == 3;
        bits |= i;
        odd ^= i;
        product *= i;
        less -= i;
        common &= ~(unsigned)i;
    }
    return !all || !any || bits != 7 || odd != 4 || product != 24 ||
           less != -10 || common != ~7u;
}
