<?php

declare(strict_types=1);

namespace Example\Slug\Tests;

use Example\Slug\Slugger;
use PHPUnit\Framework\TestCase;

final class SluggerTest extends TestCase
{
    public function testATitleBecomesAnAddress(): void
    {
        self::assertSame('hello-brave-new-world', (new Slugger())->slug('Hello, brave new world!'));
    }

    public function testUmlautsAreSpelledOut(): void
    {
        self::assertSame('ueber-groesse', (new Slugger())->slug('Über Größe'));
    }

    public function testALongTitleEndsAtAWord(): void
    {
        self::assertSame('one-two', (new Slugger(9))->slug('one two three'));
    }
}
