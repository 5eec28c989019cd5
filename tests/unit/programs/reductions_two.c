// Two list items in one construct go through the atomic section.
// expect: PASS, outcomes 1
int main(void)
{
    int sum = 0, most = 0;
#pragma omp parallel for reduction(+ : sum) reduction(max : most) num_threads(3)
    for (int i = 0; i < 10; i++) {
        sum += i;
        most = i > most ? i : most;
    }
    return sum == 45 && most == 9 ? 0 : 1;
}
