// Tasks of tasks, a group within the group, and an operator of our own.
// expect: PASS, outcomes 1
struct range {
    int low, high;
};
static void widen(struct range *a, const struct range *b)
{
    a->low = b->low < a->low ? b->low : a->low;
    a->high = b->high > a->high ? b->high : a->high;
}
#pragma omp declare reduction(widen : struct range : widen(&omp_out,  \
        &omp_in)) initializer(omp_priv = {100, -100})
int main(void)
{
    struct range all = {5, 5};
    int count[2] = {0, 0};
#pragma omp parallel num_threads(2)
#pragma omp single
#pragma omp taskgroup task_reduction(widen : all)                     \
    task_reduction(+ : count)
    for (int i = 1; i <= 2; i++) {
#pragma omp task in_reduction(widen : all) in_reduction(+ : count)
        {
            widen(&all, &(struct range){i, 10 * i});
            count[0]++;
#pragma omp taskgroup task_reduction(+ : count)
            {
#pragma omp task in_reduction(+ : count)
                count[1] += i;
            }
        }
    }
    if (all.low != 1 || all.high != 20)
        return 1;
    return count[0] == 2 && count[1] == 3 ? 0 : 2;
}
