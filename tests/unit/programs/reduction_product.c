// An update that gcc makes of a compare-and-exchange loop.
// expect: PASS, outcomes 1
int main(void)
{
    double product = 1;
#pragma omp parallel for reduction(* : product) num_threads(3)
    for (int i = 1; i < 5; i++)
        product *= i;
    return product == 24 ? 0 : 1;
}
