// Look, enter, look again: the first look needs an order, for what it finds was
// made inside.
// expect -DGET=acquire -DPUT=release: PASS, outcomes 1
// expect -DGET=relaxed -DPUT=release: RACE, on value
// expect -DGET=acquire -DPUT=relaxed: RACE, on value
int made, value;
static int look(void)
{
    int there;
#pragma omp atomic read GET
    there = made;
    if (!there) {
#pragma omp critical
        {
#pragma omp atomic read relaxed
            there = made;
            if (!there) {
                value = 4;
#pragma omp atomic write PUT
                made = 1;
            }
        }
    }
    return value;
}
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) reduction(+ : sum)
    sum += look();
    return sum;
}
