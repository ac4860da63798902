"""What machine this is, as the benchmarks name it."""
import pathlib
import platform
import re


def cpu_numbers():
    """Model, family and model number as /proc/cpuinfo has them, None where it has not."""
    try:
        text = pathlib.Path("/proc/cpuinfo").read_text()
    except OSError:
        return platform.processor() or "unknown CPU", None, None
    found = [re.search(r"^%s\s*:\s*(.+)$" % field, text, re.MULTILINE) for field in ("model name", "cpu family", "model")]
    model, family, number = (match.group(1).strip() if match else None for match in found)
    return model or "unknown CPU", family, number


def slug(model, family, number):
    """The folder name that the benchmarks give a CPU: src/Ring.Benchmarks/Machine/CpuSlug.cs."""
    plain = re.sub(r"\((R|TM|C)\)|@.*|\b\d+-Core\b|\b(CPU|Processor)\b", " ", model, flags=re.IGNORECASE).lower()
    text = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unknown-cpu"
    general = not re.search(r"[0-9]", text) or "virtual" in text
    return "%s-family-%s-model-%s" % (text, family, number) if general and family and number else text


def results_folder():
    """The folder of this machine's results."""
    return pathlib.Path(__file__).resolve().parent.parent / "results" / slug(*cpu_numbers())
