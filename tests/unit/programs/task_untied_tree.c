// Untied tasks that leave a thread to each other, two at once: which goes on where
// is settled one after the other.
// expect race: PASS
// expect race -DCOUNT: UNDECIDED
static int leaves_met;

static int tree(int depth)
{
    int left = 0, right = 0;
    if (depth == 0) {
#ifdef COUNT
#pragma omp atomic
        leaves_met++;
#endif
        return 1;
    }
#pragma omp task untied shared(left)
    left = tree(depth - 1);
#pragma omp task untied shared(right)
    right = tree(depth - 1);
#pragma omp taskwait
    return left + right;
}
int main(void)
{
    int leaves = 0;
#pragma omp parallel num_threads(2)
#pragma omp single
    leaves = tree(5);
    return leaves != 32 || leaves_met % 32 != 0;
}
