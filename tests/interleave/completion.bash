# bash completion of interleave: commands, the options of each, and files.
_interleave() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' each
    for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $each in
        race | explore | cores | replay | step | cc) command=$each; break ;;
        esac
    done
    if [ -z "$command" ]; then
        mapfile -t COMPREPLY < <(compgen -W 'race explore cores replay step cc --help --usage --version' -- "$word")
        return
    fi
    case $before in
    --format) mapfile -t COMPREPLY < <(compgen -W 'text json sarif' -- "$word"); return ;;
    --engine) mapfile -t COMPREPLY < <(compgen -W 'both dpor states random' -- "$word"); return ;;
    --threads | --cores | --jobs | --max-schedules | --max-steps | --lanes | -t | -c | -j) return ;;
    esac
    local words='--threads --max-steps --lanes --letters --plain --help --usage'
    local answers='--format --output --svg --perfetto'
    case $command in
    race) words+=" $answers --max-schedules" ;;
    explore) words+=" $answers --max-schedules --jobs --engine" ;;
    cores) words+=" $answers --cores" ;;
    replay) words+=" $answers --gdb" ;;
    cc) words='--help --usage --version' ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -o filenames -F _interleave interleave build/interleave
