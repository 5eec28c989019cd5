// A reduction of the program's own over a part of an array, and over structs.
// expect: PASS, outcomes 1
// expect -DNONE: RACE, on best[2].key
struct best {
    int key, at;
};
static struct best better(struct best a, struct best b) { return a.key >= b.key ? a : b; }
#pragma omp declare reduction(best : struct best : omp_out = better(omp_out, omp_in))              \
    initializer(omp_priv = {-1, -1})
static struct best best[3];
int main(void)
{
    static const int value[6] = {3, 9, 4, 1, 5, 9};
#ifdef NONE
#pragma omp parallel for num_threads(2)
#else
#pragma omp parallel for num_threads(2) reduction(best : best[1 : 2])
#endif
    for (int i = 0; i < 6; i++) {
        int x = value[i] + (i == 5);
        if (x >= best[1 + i % 2].key) {
            best[1 + i % 2].key = x;
            best[1 + i % 2].at = i;
        }
    }
    return best[1].at == 4 && best[2].at == 5 ? 0 : 1;
}
