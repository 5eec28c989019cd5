// The pointer goes on to the next node while a task looks where it points.
// expect -DHOW=: RACE, on node
// expect -DHOW=firstprivate(node): PASS, outcomes 1
struct node {
    int value;
    struct node *next;
};
int main(void)
{
    struct node third = {3, 0}, second = {2, &third}, first = {1, &second}, *node;
#pragma omp parallel num_threads(2)
    {
#pragma omp single
        for (node = &first; node; node = node->next)
#pragma omp task HOW
        {
            struct node *mine = node ? node : &first;
            mine->value *= 2;
        }
    }
    return first.value != 2 || third.value != 6;
}
