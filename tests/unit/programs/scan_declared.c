// Prefixes by an operator of the program's own, exclusive.
// expect: PASS, outcomes 1
// expect -DBARE: RACE, on product
#pragma omp declare reduction(times : int : omp_out *= omp_in) initializer(omp_priv = 1)
static int out[5], product = 1;
int main(void)
{
    static const int in[5] = {2, 3, 1, 4, 2}, wanted[5] = {1, 2, 6, 6, 24};
#ifdef BARE
#pragma omp parallel for num_threads(2)
    for (int i = 0; i < 5; i++) {
        out[i] = product;
        product *= in[i];
    }
#else
#pragma omp parallel for num_threads(2) reduction(inscan, times : product)
    for (int i = 0; i < 5; i++) {
        out[i] = product;
#pragma omp scan exclusive(product)
        product *= in[i];
    }
#endif
    for (int i = 0; i < 5; i++)
        if (out[i] != wanted[i])
            return 1;
    return product == 48 ? 0 : 2;
}
