# bash completion of grade: commands, options, and the names of the exercises.
_grade() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    case $before in
    --from) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    --output) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W 'text json junit' -- "$word"); return ;;
    esac
    local words='--from --format --output --plain --jobs --help --version'
    [[ $word == -* ]] || words=$(cd "${GRADE_HOME:-.}/exercises" 2>/dev/null && ls -d [0-9][0-9]-*)
    [[ $word == -* || $COMP_CWORD -ne 1 ]] || words+=' hint replay cores run reset lint'
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _grade grade build/grade
