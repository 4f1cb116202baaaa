<?php

declare(strict_types=1);

namespace Example\Slug;

final class Slugger
{
    private const LETTERS = ['ä' => 'ae', 'ö' => 'oe', 'ü' => 'ue', 'ß' => 'ss', 'é' => 'e', 'è' => 'e'];

    public function __construct(private readonly int $maxLength = 60)
    {
    }

    public function slug(string $title): string
    {
        $lower = mb_strtolower(trim($title));
        $plain = strtr($lower, self::LETTERS);
        $words = preg_split('/[^a-z0-9]+/', $plain, -1, PREG_SPLIT_NO_EMPTY);
        if ($words === false || $words === []) {
            return 'untitled';
        }
        return $this->fit($words);
    }

    /** @param non-empty-list<string> $words */
    private function fit(array $words): string
    {
        $slug = array_shift($words);
        foreach ($words as $word) {
            $longer = "$slug-$word";
            if (strlen($longer) > $this->maxLength) {
                return $slug;
            }
            $slug = $longer;
        }
        return $slug;
    }
}
