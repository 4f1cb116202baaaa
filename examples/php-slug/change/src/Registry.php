<?php

declare(strict_types=1);

namespace Example\Slug;

/** Remembers which slugs are taken. */
final class Registry
{
    /** @var array<string, true> */
    private array $taken = [];

    public function claim(string $slug): string
    {
        $free = $slug;
        for ($number = 2; isset($this->taken[$free]); $number++) {
            $free = "$slug-$number";
        }
        $this->taken[$free] = true;
        return $free;
    }

    public function release(string $slug): bool
    {
        if (!isset($this->taken[$slug])) {
            return false;
        }
        unset($this->taken[$slug]);
        return true;
    }

    /** @return list<string> */
    public function all(): array
    {
        $slugs = array_keys($this->taken);
        sort($slugs);
        return $slugs;
    }
}
