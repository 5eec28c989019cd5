// Each thread has its node; the count of all is forgotten.
// expect: RACE, threads 2
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

int main(void)
{
    struct node *head = NULL;
    int length = 0;
    for (int i = 0; i < 4; i++) {
        struct node *node = malloc(sizeof *node);
        if (!node)
            return 1;
        *node = (struct node){i, head};
        head = node;
    }
#pragma omp parallel
    for (struct node *node = head; node; node = node->next)
        length++;
    while (head) {
        struct node *next = head->next;
        free(head);
        head = next;
    }
    return length < 1;
}
